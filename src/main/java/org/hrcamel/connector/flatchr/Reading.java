package org.hrcamel.connector.flatchr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hrcamel.connector.Side;
import org.hrcamel.http.CredentialRefused;

/** What one run's listing and its second try of earlier failures have in common. Used by one thread. */
final class Reading {

    private final FlatchrApi api;
    private final Side side;
    private final RunDays days;
    private final RecruitingBoard board;
    private final ApplicantFilter filter;
    private final ApplicantDetails details;
    private final OtherApplications others;
    private final GivenCandidates given;

    Reading(FlatchrApi api, Side side) {
        this.api = api;
        this.side = side;
        this.days = new RunDays(side);
        this.board = new RecruitingBoard(api);
        this.filter = new ApplicantFilter(side, board);
        this.details = new ApplicantDetails(api, side);
        this.others = new OtherApplications(api, side, this);
        this.given = new GivenCandidates();
    }

    ApplicantSearch listing() {
        return new ApplicantSearch(
                api, side, days.listing(), days.areOfChange() ? filter::addLastingTo : filter::addTo);
    }

    RunDays days() {
        return days;
    }

    ApplicantFilter filter() {
        return filter;
    }

    ApplicantDetails details() {
        return details;
    }

    OtherApplications others() {
        return others;
    }

    GivenCandidates given() {
        return given;
    }

    /**
     * A row with its detail, wanted when both match the pull parameters.
     *
     * @param detail a missing node when there is none
     */
    Application application(String reference, ObjectNode row, JsonNode detail) throws CredentialRefused {
        boolean wanted = filter.admits(row) && filter.admits(row, detail);
        return Application.of(reference, board.complete(row, detail), detail, wanted);
    }
}
