package org.hrcamel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.hrcamel.workflow.RunRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a scheduler at rest, so that what is asked for by hand waits. */
class SchedulesTest {

    private static final String ID = "acme";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Schedules schedules = new Schedules(camel);

    @BeforeEach
    void start() throws Exception {
        camel.getComponent("quartz", QuartzComponent.class).setAutoStartScheduler(false);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("quartz:hrcamel/" + ID + "?cron=0+0+0+1+1+?+2099&stateful=true")
                        .routeId(ID)
                        .log("fired");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
    }

    @Test
    void whatWasAskedForByHandAndHadNotBegunIsToldOnceWhenTheJobIsTakenOut() {
        assertThat(schedules.fire(ID, RunRequest.FULL)).isTrue();
        assertThat(schedules.fire(ID, RunRequest.DRY_RUN)).isTrue();

        schedules.remove(ID);

        assertThat(schedules.unfired(ID)).containsExactlyInAnyOrder(RunRequest.FULL, RunRequest.DRY_RUN);
        assertThat(schedules.unfired(ID)).isEmpty();
        assertThat(schedules.fire(ID, RunRequest.AS_SET)).isFalse();
    }

    @Test
    void aPausedScheduleHasNoNextTimeUntilItIsResumed() {
        schedules.pause(ID);
        assertThat(schedules.next(ID)).isEmpty();

        schedules.resume(ID);
        assertThat(schedules.next(ID)).isPresent();
    }
}
