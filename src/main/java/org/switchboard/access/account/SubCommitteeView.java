package org.switchboard.access.account;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named group of committee accounts. */
@Schema(name = "SubCommittee", examples = """
                {"id": "c7f4b0de-4a0c-4f4a-8f2b-8b8c5d9e1f20", "version": 0, "name": "Sub-committee on border control",
                 "members": [{"account": "7d1c2a90-52f1-4d8e-9b1e-64c1b0c5f2aa", "name": "A. Member", "state": "FRA"}]}""")
public record SubCommitteeView(UUID id, int version, String name, List<Member> members) {

    /** @param state for which the member speaks in the Committee */
    @Schema(name = "SubCommitteeMember", examples = """
                    {"account": "7d1c2a90-52f1-4d8e-9b1e-64c1b0c5f2aa", "name": "A. Member", "state": "FRA"}""")
    public record Member(UUID account, String name, String state) {}
}
