package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyService;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pairs that are incomplete, or will be, become incidents. */
class DutySourceTest extends WithSources {

  @Autowired private DutySource dutySource;
  @Autowired private DutyService duty;

  @Test
  void theDayOfAPairThatWillBeIncompleteIsTold() {
    alerts.raise(
        new AlertRequest(
            "duty:soon",
            Sources.DUTY,
            "",
            Severity.WARNING,
            "duty-soon",
            List.of("2026-12-04"),
            "/duty",
            Ending.BY_SOURCE,
            null));
    Incident soon = going(Sources.DUTY).getFirst();
    assertThat(new AlertText(Locale.ENGLISH).title(soon))
        .isEqualTo("The pair on duty will be incomplete from 4 Dec 2026 on");
    assertThat(new AlertText(Locale.FRENCH).title(soon)).contains("4 déc. 2026");
  }

  @Test
  void aPairThatCannotBeReachedIsAnAlarmAndNoCalendarIsNone() {
    dutySource.run();
    assertThat(going(Sources.DUTY)).isEmpty();
    UUID ada = admin().memberId();
    UUID erik = join(Role.ENGINEER).memberId();
    admin();
    duty.rotate(
        new Rotation(
            UUID.randomUUID(),
            Instant.now().minusSeconds(60),
            ZoneOffset.UTC,
            7,
            List.of(new Duty(ada, erik))));
    dutySource.run();
    assertThat(going(Sources.DUTY)).extracting(Incident::key).containsExactly("duty:now");
    assertThat(duty.report().now()).isEqualTo(new Duty(ada, erik));
    members.suspend(erik);
    assertThat(duty.report().now()).isEqualTo(new Duty(ada, null));
  }
}
