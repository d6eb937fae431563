package eu.rempart.exchange.csv;

import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Moments;
import eu.rempart.exchange.value.Moments.Moment;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an activity of one row of cells. The first value of a field wins. */
final class ActivityAssembler implements Assembler {

  /** {@code 1:30}, {@code 01:30:00}, {@code 1h30}, {@code 2 h}, {@code 1 h 30 min}. */
  private static final Pattern HOURS =
      Pattern.compile(
          "(\\d{1,3})(?::(\\d{2})(?::\\d{2})?| ?h ?(?:(\\d{2})(?: ?min)?)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MINUTES =
      Pattern.compile("(\\d{1,6}) ?min(?:\\.|ute[ns]?)?", Pattern.CASE_INSENSITIVE);

  private final MatterCells cells;

  ActivityAssembler(CsvInspection inspection, Mapping mapping, ImportOptions options, Clock clock) {
    this.cells = new MatterCells(inspection, mapping, options, clock);
  }

  /** What was gathered of the row that is being read. */
  private static final class State extends MatterCells.Gathered {
    String subject = "";
    @Nullable ActivityKind kind;
    @Nullable Moment moment;
    @Nullable LocalTime time;
    @Nullable Integer minutes;
    String duration = "";
    @Nullable Place durationPlace;
    @Nullable ActivityStatus status;
    @Nullable ActivityPriority priority;
    @Nullable Instant doneAt;
    String place = "";
    final List<String> deals = new ArrayList<>(1);
    final List<String> dealIds = new ArrayList<>(1);
    final List<String> about = new ArrayList<>(1);

    State(Problems problems) {
      super(problems, "activity");
    }
  }

  @Override
  public ImportedRow assemble(List<String> row, List<String> values, Problems problems) {
    State state = new State(problems);
    return cells.gather(values, state, this::read) ? finish(row, state) : state.leftOut(row);
  }

  private ImportedRow finish(List<String> row, State s) {
    When when = when(s);
    if (s.subject.isEmpty()) {
      boolean nothing =
          s.draft.isEmpty() && s.externalId.isEmpty() && when == null && !s.namesOthers();
      s.problems.add(nothing ? ProblemCode.NOTHING_TO_IMPORT : ProblemCode.SUBJECT_MISSING);
    } else if (s.kind == ActivityKind.MEETING && when == null) {
      s.problems.add(ProblemCode.WHEN_MISSING);
    }
    if (Assembler.isLeftOut(s.problems)) {
      return s.leftOut(row);
    }
    Integer minutes = minutes(s.minutes, when);
    if (minutes == null && s.minutes != null && s.durationPlace != null) {
      s.problems.add(ProblemCode.VALUE_INVALID, s.durationPlace);
      s.draft.keep(s.durationPlace, s.duration);
    }
    var links = cells.companies(s);
    ImportedActivity activity =
        new ImportedActivity(
            s.externalId,
            s.subject,
            s.kind,
            when,
            minutes,
            s.status == null && s.doneAt != null ? ActivityStatus.DONE : s.status,
            s.priority,
            s.doneAt,
            s.place,
            s.draft.text(),
            s.owner,
            s.people(),
            s.deals,
            s.dealIds,
            s.about,
            s.draft.own());
    return new ImportedRow(s.problems.row(), row, null, links, null, activity, s.problems.all());
  }

  private @Nullable When when(State s) {
    Moment moment = s.moment;
    if (moment == null) {
      return null;
    }
    ZoneId zone = cells.options().zone();
    LocalTime time = s.time == null ? moment.time() : s.time;
    if (time == null) {
      return When.on(moment.day());
    }
    return moment.offset() == null || s.time != null
        ? When.at(moment.day().atTime(time), zone)
        : new When(moment.day().atTime(time).toInstant(moment.offset()), zone);
  }

  /** Of a whole day only whole days can be kept. */
  private static @Nullable Integer minutes(@Nullable Integer minutes, @Nullable When when) {
    return minutes == null || (when != null && when.allDay() && minutes % ActivityRules.DAY != 0)
        ? null
        : minutes;
  }

  private void read(MatterCells.Column column, String v, State s) {
    Place p = column.place();
    switch (column.target().field()) {
      case ACTIVITY_EXTERNAL_ID -> s.externalId = MatterCells.first(s.externalId, v);
      case ACTIVITY_SUBJECT ->
          s.subject =
              s.subject.isEmpty() ? s.draft.line(v, ActivityRules.MAX_SUBJECT, p) : s.subject;
      case ACTIVITY_KIND ->
          cells
              .choice(Words::activityKind, v, p, s.draft, s.problems)
              .ifPresent(kind -> s.kind = kind);
      case ACTIVITY_WHEN ->
          cells.moment(v, p, s.draft, s.problems).ifPresent(moment -> s.moment = moment);
      case ACTIVITY_TIME ->
          Moments.time(v)
              .ifPresentOrElse(
                  time -> s.time = time,
                  () -> {
                    s.problems.add(ProblemCode.DATE_INVALID, p);
                    s.draft.keep(p, v);
                  });
      case ACTIVITY_DURATION -> duration(v, p, s);
      case ACTIVITY_STATUS ->
          cells
              .choice(Words::activityStatus, v, p, s.draft, s.problems)
              .ifPresent(status -> s.status = status);
      case ACTIVITY_DONE ->
          // yes or no in some tables, a time in others
          Words.activityStatus(v)
              .ifPresentOrElse(
                  status -> s.status = status,
                  () ->
                      cells
                          .moment(v, p, s.draft, s.problems)
                          .ifPresent(m -> s.doneAt = m.in(cells.options().zone())));
      case ACTIVITY_PRIORITY ->
          cells
              .choice(Words::activityPriority, v, p, s.draft, s.problems)
              .ifPresent(priority -> s.priority = priority);
      case ACTIVITY_OWNER -> s.owner = MatterCells.first(s.owner, v);
      case ACTIVITY_PLACE ->
          s.place = s.place.isEmpty() ? s.draft.line(v, ActivityRules.MAX_PLACE, p) : s.place;
      case ACTIVITY_COMPANY -> s.companies.add(v);
      case ACTIVITY_COMPANY_ID -> s.companyIds.addAll(MatterCells.several(v));
      case ACTIVITY_CONTACT -> s.contacts.addAll(MatterCells.several(v));
      case ACTIVITY_CONTACT_ID -> s.contactIds.addAll(MatterCells.several(v));
      case ACTIVITY_CONTACT_EMAIL -> s.emails.addAll(MatterCells.several(v));
      case ACTIVITY_DEAL -> s.deals.add(v);
      case ACTIVITY_DEAL_ID -> s.dealIds.addAll(MatterCells.several(v));
      case ACTIVITY_ABOUT -> s.about.addAll(MatterCells.several(v));
      case ACTIVITY_CUSTOM -> cells.own(column, v, s.draft, s.problems);
      case ACTIVITY_DESCRIPTION -> s.draft.describe(cells.text(v));
      case ACTIVITY_DESCRIPTION_LINE -> s.draft.keep(p, cells.text(v));
      case IS_DELETED -> s.deleted = Words.yesOrNo(v).orElse(false);
      default -> throw new IllegalStateException("no column of an activity: " + column.target());
    }
  }

  /** {@code 01:30} is an hour and a half, {@code 90} are minutes; a unit may say it too. */
  private void duration(String v, Place p, State s) {
    s.duration = v;
    s.durationPlace = p;
    Matcher hours = HOURS.matcher(v);
    if (hours.matches()) {
      String rest = hours.group(2) == null ? hours.group(3) : hours.group(2);
      int minutes =
          Integer.parseInt(hours.group(1)) * 60 + (rest == null ? 0 : Integer.parseInt(rest));
      if (minutes <= ActivityRules.LONGEST.toMinutes()) {
        s.minutes = minutes;
        return;
      }
    }
    Matcher bare = MINUTES.matcher(v);
    cells
        .number(
            bare.matches() ? bare.group(1) : v,
            ActivityRules.LONGEST.toMinutes() + 1,
            p,
            s.draft,
            s.problems)
        .map(amount -> MatterCells.rounded(amount.value(), 0, v, p, s))
        .map(BigDecimal::intValueExact)
        .ifPresent(minutes -> s.minutes = minutes);
  }
}
