package org.hrcamel.state;

/** Another run has taken over, or may have: this one may write nothing more. */
public final class LeaseLost extends StateFailed {

    public LeaseLost() {
        super(
                "this run could not renew its lease in time, so another one may have taken over, which delivers what is left");
    }
}
