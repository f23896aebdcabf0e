package org.switchboard.shared;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an imported file.
 *
 * @param rows in the file, without its heading
 * @param created items that were new
 * @param changed items that were there with other content
 * @param unchanged items that were there just so
 * @param rejected rows that were not taken
 * @param problems why, cell by cell, in the order of the file
 */
@Schema(examples = """
                {"rows": 3, "created": 1, "changed": 0, "unchanged": 1, "rejected": 1,
                 "problems": [{"row": 4, "column": "state", "value": "KEX", "reason": "is no State's ISO 3166-1 alpha-3 code"}]}""")
public record ImportReport(int rows, int created, int changed, int unchanged, int rejected, List<BadCell> problems) {}
