package org.switchboard.notice;

/** What became of a notice by mail. Whatever it is, the notice is in the service. */
public enum MailStatus {
    /** It does not go by mail. */
    NONE,
    WAITING,
    /** Handed to the mail server; it is not known yet whether the server took it. */
    SENDING,
    SENT,
    /** No mail server took it for a day, or it is not known whether one did; it is not tried again. */
    FAILED
}
