package org.switchboard.matching;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of the policy; versions are never changed, only followed by others. */
@Schema(examples = """
                {"version": 1, "reason": "The policy with which the service starts", "createdBy": "system",
                 "createdAt": "2026-11-21T09:00:00Z",
                 "policy": {"fitWeights": {"languages": 25, "period": 25, "specificity": 25, "pastWork": 15, "stage": 10},
                            "slopes": [10, 6, 3], "band1": 30, "band2": 60, "costExponent": 0.5, "absorption": 8,
                            "absorptionOfStates": {}, "furtherProviderCharge": 40, "changeCharge": 20,
                            "dueDiligenceThemes": []}}""")
public record PolicyView(int version, String reason, String createdBy, Instant createdAt, PolicyContent policy) {}
