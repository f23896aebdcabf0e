package org.switchboard.shared;

import java.util.List;

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
public record ImportReport(int rows, int created, int changed, int unchanged, int rejected, List<BadCell> problems) {}
