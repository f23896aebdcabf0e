package org.switchboard.reference;

/** What has a code and a name in six languages, and can therefore be put in a language's order. */
public interface Named {

    String code();

    Names names();
}
