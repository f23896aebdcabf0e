package org.switchboard.access.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account, and the link by which its person chooses a password. */
@Schema(name = "Invited")
public record InvitedView(AccountView account, LinkView invitation) {}
