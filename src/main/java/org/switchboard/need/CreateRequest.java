package org.switchboard.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A State's submission: the request and, if the State has them ready, its needs; more can be added later.
 *
 * @param state ISO 3166-1 alpha-3
 */
@NullUnmarked
@Schema(examples = """
                {"state": "KEN", "request": {"reference": "2026/1", "receivedOn": "2026-11-02"},
                 "needs": [{"reference": "2026/1-1", "theme": "FIN", "stage": "B", "kind": "TRAINING",
                            "title": "Training of financial intelligence analysts",
                            "cost": {"amount": 240000, "currency": "USD"}, "from": "2027-01-01", "to": "2027-12-31"}]}""")
public record CreateRequest(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 3166-1 alpha-3 code such as KEN")
        String state,

        @NotNull @Valid RequestContent request,
        @Size(max = 200) List<@NotNull @Valid NeedContent> needs) {

    public CreateRequest {
        needs = needs == null ? List.of() : needs;
    }
}
