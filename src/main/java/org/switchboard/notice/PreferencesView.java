package org.switchboard.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person chose about mail; whoever chose nothing is told of everything at once. Mail is in the language of the account.
 *
 * @param version what the ETag carries; 0 where nothing was chosen yet
 */
@Schema(examples = """
                {"version": 1, "answers": "AT_ONCE", "needs": "DAILY", "proposals": "DAILY", "deliveries": "NONE",
                 "editions": "AT_ONCE"}""")
public record PreferencesView(int version, @JsonUnwrapped PreferencesContent content) {}
