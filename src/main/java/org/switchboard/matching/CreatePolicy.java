package org.switchboard.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new version of the policy.
 *
 * @param reason why it was changed, for all who are measured by it
 */
@Schema(examples = """
                {"reason": "Count dollars a little more",
                 "policy": {"fitWeights": {"languages": 25, "period": 25, "specificity": 25, "pastWork": 15, "stage": 10},
                            "slopes": [10, 6, 3], "band1": 30, "band2": 60, "costExponent": 0.6, "absorption": 8,
                            "furtherProviderCharge": 40, "changeCharge": 20}}""")
public record CreatePolicy(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Valid PolicyContent policy) {}
