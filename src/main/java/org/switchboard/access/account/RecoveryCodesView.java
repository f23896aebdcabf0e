package org.switchboard.access.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param recoveryCodes each good once in place of a code, where the device is lost; shown this once */
@Schema(name = "RecoveryCodes", examples = "{\"recoveryCodes\": [\"mzxw-6ytb-oi2t-gnrx\"]}")
public record RecoveryCodesView(List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "recovery codes";
    }
}
