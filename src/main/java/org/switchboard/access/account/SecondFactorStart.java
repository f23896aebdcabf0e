package org.switchboard.access.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator app needs.
 *
 * @param secret in base32, to be typed
 * @param address {@code otpauth://…}, to be shown as a picture
 */
@Schema(examples = """
                {"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                 "address": "otpauth://totp/Switchboard:a.expert%40un.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Switchboard"}""")
public record SecondFactorStart(String secret, String address) {

    /** Records print themselves; a secret must not reach a log that way. */
    @Override
    public String toString() {
        return "second factor";
    }
}
