package org.switchboard.access;

import jakarta.enterprise.context.RequestScoped;

/** Who asks in the HTTP request at hand. */
@RequestScoped
public class Asking {

    /** Nobody signs in yet, and the service listens on loopback only: whoever asks is the system's own reader. */
    public Reader reader() {
        return Reader.system();
    }
}
