/**
 * Flatchr as an origin: the applications that match, joined with their details, one item a candidate.
 *
 * <p>{@code FlatchrOrigin} opens a {@code Reading}, which holds what the steps of one run share. {@code RunDays} cuts the days to ask for,
 * of creation or of change, and {@code ApplicantSearch} lists their rows. {@code JoinedApplications} joins each row with its detail from
 * {@code ApplicantDetails}, where alone the candidate's id stands, and {@code CandidateApplications} puts them together by it. Of a
 * listing of changes {@code OtherApplications} then adds to each {@code Candidate} the applications that did not change, found by a
 * {@code PersonSearch}. {@code ApplicantFilter} says which of them are wanted; these make the item, which {@code GivenCandidates} gives
 * out once. The read step adds the CV ({@code CandidateCv}), the format is {@code FlatchrProfile}.
 *
 * <p>What failed in an earlier run, and is not listed, goes through {@code FailedApplications}: it is asked for by the ids of its
 * applications, and from its first detail on takes the same way.
 */
package org.hrcamel.connector.flatchr;
