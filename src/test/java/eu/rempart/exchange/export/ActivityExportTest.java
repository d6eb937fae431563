package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.MemberNames;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.contact.ContactId;
import eu.rempart.search.Indexes;
import eu.rempart.shell.text.Texts;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of activities as a table. */
class ActivityExportTest extends WithNarrowedMembers {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Autowired private ActivityService activities;
  @Autowired private ActivityExport export;
  @Autowired private MemberNames names;

  private static ActivityQuery query(String text, ActivityColumn... columns) {
    return new ActivityQuery(
        text,
        ActivityFilter.NONE,
        ActivityColumn.SUBJECT,
        false,
        new LinkedHashSet<>(Arrays.asList(columns)),
        PARIS);
  }

  private String table(ActivityQuery query, List<ActivityId> chosen) throws Exception {
    var out = new ByteArrayOutputStream();
    var words =
        new ExportWords(
            Locale.ENGLISH, key -> Texts.in(Locale.ENGLISH, key), names.all(), Map.of());
    export.asTable(query, chosen, words, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private ActivityId activity(String subject, When when, ActivityLinks about) {
    return activities.create(
        ActivityData.builder()
            .kind(ActivityKind.CALL)
            .subject(subject)
            .ownerId(admin().memberId())
            .minutes(when.allDay() ? null : 45)
            .when(when)
            .build(),
        about);
  }

  @Test
  void aTableHasTheColumnsOfTheListAndNoFormula() throws Exception {
    ContactId zoe = person("Zoe", "Exported");
    ActivityId call =
        activity(
            "=HYPERLINK(1)",
            When.at(LocalDateTime.of(2027, 7, 1, 9, 0), PARIS),
            ActivityLinks.of(zoe));
    ActivityId day = activity("Fair", When.on(LocalDate.of(2027, 7, 2)), ActivityLinks.NONE);

    String table =
        table(
            query(
                "",
                ActivityColumn.WHEN,
                ActivityColumn.SUBJECT,
                ActivityColumn.KIND,
                ActivityColumn.LINKS,
                ActivityColumn.OWNER,
                ActivityColumn.MINUTES),
            List.of(call, day));
    assertThat(table)
        .contains("When,Subject,Kind,About,Owner,Duration")
        .contains("2027-07-01T07:00:00Z,")
        .contains(",Call,Zoe Exported,Ada Admin,45")
        .contains("2027-07-02,Fair,Call,,Ada Admin,")
        .doesNotContain(",=HYPERLINK");
  }

  @Test
  void allThatTheListFindsIsTakenOutWhenNothingIsTicked() throws Exception {
    activity("Quetzal one", When.on(LocalDate.of(2027, 7, 2)), ActivityLinks.NONE);
    activity("Quetzal two", When.on(LocalDate.of(2027, 7, 3)), ActivityLinks.NONE);
    activity("Another", When.on(LocalDate.of(2027, 7, 3)), ActivityLinks.NONE);
    Indexes.awaitReady(activities::indexState);

    assertThat(table(query("Quetzal", ActivityColumn.SUBJECT), List.of()))
        .contains("Quetzal one", "Quetzal two")
        .doesNotContain("Another");
  }

  private void calendar(List<ActivityId> chosen, ByteArrayOutputStream out) throws Exception {
    export.asCalendar(
        query("", ActivityColumn.SUBJECT),
        chosen,
        new ExportWords(
            Locale.ENGLISH, key -> Texts.in(Locale.ENGLISH, key), names.all(), Map.of()),
        out);
  }

  @Test
  void aCalendarLeavesAsATableDoes() throws Exception {
    ActivityId id = activity("Quay", When.on(LocalDate.of(2027, 7, 2)), ActivityLinks.NONE);
    var out = new ByteArrayOutputStream();
    calendar(List.of(id), out);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("BEGIN:VEVENT", "SUMMARY:Quay");
    var none = new ByteArrayOutputStream();
    List<ActivityId> many = Collections.nCopies(Leaving.UNPROVEN + 1, id);
    forgetProof();
    assertThatThrownBy(() -> calendar(many, none)).isInstanceOf(FreshProofRequiredException.class);
    actAs(Role.READER);
    assertThatThrownBy(() -> calendar(List.of(id), none)).isInstanceOf(NotPermittedException.class);
    assertThat(none.size()).isZero();
  }

  @Test
  void whoMayNotExportTakesNothingOut() {
    ActivityId id = activity("Secret", When.on(LocalDate.of(2027, 7, 2)), ActivityLinks.NONE);
    actAs(Role.READER);
    assertThatThrownBy(() -> table(query("", ActivityColumn.SUBJECT), List.of(id)))
        .isInstanceOf(NotPermittedException.class);
  }
}
