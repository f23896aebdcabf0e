package org.switchboard.access.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** @param members accounts of the Committee, by id */
@NullUnmarked
@Schema(examples = """
                {"name": "Sub-committee on border control", "members": ["7d1c2a90-52f1-4d8e-9b1e-64c1b0c5f2aa"]}""")
public record SubCommitteeContent(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 100) List<@NotNull UUID> members) {}
