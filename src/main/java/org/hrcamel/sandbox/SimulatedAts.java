package org.hrcamel.sandbox;

/** A simulated applicant tracking system: it holds one candidate for each person of the {@link Population}. */
public interface SimulatedAts extends SimulatedVendor {

    /** The vendor's own id of this person's candidate: the {@code reference} of the profile that HrFlow holds of them. */
    String reference(Person person);
}
