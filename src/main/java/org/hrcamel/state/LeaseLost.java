package org.hrcamel.state;

/** Another run has taken over: this one may write nothing more. */
public final class LeaseLost extends StateFailed {

    public LeaseLost() {
        super(
                "another run has taken over, since this one did not renew its lease in time; what was not delivered yet is left to it");
    }
}
