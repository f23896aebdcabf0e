package org.switchboard.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * What of a plan to put forward, and what otherwise. Null marks are off because the validator says what is missing.
 *
 * @param reason of the whole
 * @param only rows of the plan to put forward; left out for all
 * @param changes rows to put forward otherwise than the plan has them, or not at all
 * @param additions rows that the plan does not have
 * @param supersedes proposals that this plan replaces, where nobody has consented to them yet
 */
@NullUnmarked
@Schema(examples = """
                {"reason": "Plan of the November round",
                 "changes": [{"need": "422f224e-cbfd-4ea2-b201-03521d5e987c",
                              "offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "parts": 1,
                              "reason": "The ministry can take one course this year"}]}""")
public record PutForward(
        @NotBlank @Size(max = 2000) String reason,
        @Size(max = 5000) List<@NotNull @Valid Pair> only,
        @Size(max = 1000) List<@NotNull @Valid ChangedRow> changes,
        @Size(max = 1000) List<@NotNull @Valid AddedRow> additions,
        @Size(max = 1000) List<@NotNull UUID> supersedes) {

    public PutForward {
        changes = changes == null ? List.of() : changes;
        additions = additions == null ? List.of() : additions;
        supersedes = supersedes == null ? List.of() : supersedes;
    }

    /** A row of the plan. */
    public record Pair(@NotNull UUID need, @NotNull UUID offer) {}

    /**
     * A row of the plan that an expert would have otherwise.
     *
     * @param otherOffer in place of the plan's; left out to keep it
     * @param parts instead of the plan's; left out to keep them, 0 to drop the row
     * @param reason why
     */
    @NullUnmarked
    public record ChangedRow(
            @NotNull UUID need,
            @NotNull UUID offer,
            UUID otherOffer,
            @Min(0) @Max(4) Integer parts,
            @NotBlank @Size(max = 2000) String reason) {}

    /** A row that an expert adds, and why. */
    @Schema(name = "AddedRow", examples = """
                    {"need": "422f224e-cbfd-4ea2-b201-03521d5e987c", "offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "parts": 2,
                     "reason": "Both sides have worked together before"}""")
    public record AddedRow(
            @NotNull UUID need,
            @NotNull UUID offer,
            @NotNull @Min(1) @Max(4) Integer parts,
            @NotBlank @Size(max = 2000) String reason) {}
}
