package eu.rempart.activity;

import static eu.rempart.db.generated.Tables.ACTIVITY;

import eu.rempart.activity.attending.AttendingQueries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedActivity;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the index knows of activities. */
@Component
class ActivitySearch implements SearchSource {

  static final String KIND = "activity";
  static final SearchField<String> SUBJECT = SearchField.text("subject").asSorted();
  static final SearchField<String> PLACE = SearchField.text("place").asSorted().asFiltered();
  static final SearchField<String> EXTERNAL_ID = SearchField.keyword("external_id");
  static final SearchField<ActivityKind> KIND_OF = SearchField.choice("kind", ActivityKind.class);
  static final SearchField<ActivityStatus> STATUS =
      SearchField.choice("status", ActivityStatus.class);
  static final SearchField<ActivityPriority> PRIORITY =
      SearchField.choice("priority", ActivityPriority.class);

  /** Of a whole day its midnight in UTC. */
  static final SearchField<Instant> START = SearchField.instant("start").showing("starts_at");

  static final SearchField<Boolean> ALL_DAY = SearchField.flag("all_day").showing("starts_at");
  static final SearchField<UUID> OWNER = SearchField.id("owner");

  /** Members whom a meeting asks; whoever they are finds it. */
  static final SearchField<UUID> ATTENDEE = SearchField.id("attendee");

  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<UUID> CONTACT_ID = SearchField.id("contact_id");
  static final SearchField<UUID> COMPANY_ID = SearchField.id("company_id");
  static final SearchField<UUID> DEAL_ID = SearchField.id("deal_id");
  static final SearchField<Instant> DONE = SearchField.instant("done");
  static final SearchField<Instant> CREATED = SearchField.instant("created");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          SUBJECT,
          PLACE,
          EXTERNAL_ID,
          KIND_OF,
          STATUS,
          PRIORITY,
          START,
          ALL_DAY,
          OWNER,
          ATTENDEE,
          TAG,
          CONTACT_ID,
          COMPANY_ID,
          DEAL_ID,
          DONE,
          CREATED,
          CHANGED);

  private static final Set<ActivityField> READ =
      EnumSet.complementOf(
          EnumSet.of(
              ActivityField.DESCRIPTION,
              ActivityField.MINUTES,
              ActivityField.RECURRENCE,
              ActivityField.REMINDER,
              ActivityField.DIRECTION));
  private static final int BATCH = 1000;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final ActivityLinkRepository links;
  private final WholeTables tables;
  private final CustomIndex custom;

  ActivitySearch(
      DSLContext dsl,
      Sealing sealing,
      ActivityLinkRepository links,
      WholeTables tables,
      CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.tables = tables;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SearchSchema schema() {
    return custom.schema(KNOWN);
  }

  @Override
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(KIND, table, rows);
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(ACTIVITY);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(select(), BATCH, rows -> batches.accept(() -> documents(rows)));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(select().where(ACTIVITY.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch());
  }

  /** Of a changed link or attendee the database names both ends. */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(KIND, ids -> AttendingQueries.withOccurrences(dsl, ids));
  }

  private SelectJoinStep<Record> select() {
    List<Field<?>> columns =
        new ArrayList<>(
            List.of(ACTIVITY.ID, ACTIVITY.DONE_AT, ACTIVITY.CREATED_AT, ACTIVITY.CHANGED_AT));
    columns.addAll(ActivityMapper.columns(READ));
    return dsl.select(columns).from(ACTIVITY);
  }

  private List<SearchDocument> documents(List<? extends Record> rows) {
    List<UUID> ids = rows.stream().map(row -> row.get(ACTIVITY.ID)).toList();
    Map<UUID, ActivityLinks> about = links.of(ids);
    Map<UUID, Set<UUID>> asked = AttendingQueries.members(dsl, ids);
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream()
        .map(
            row ->
                document(
                    row,
                    own,
                    about.getOrDefault(row.get(ACTIVITY.ID), ActivityLinks.NONE),
                    asked.getOrDefault(row.get(ACTIVITY.ID), Set.of())))
        .toList();
  }

  private SearchDocument document(
      Record row, CustomIndex.Writer own, ActivityLinks about, Set<UUID> asked) {
    ActivityData data = ActivityMapper.open(new OpenedActivity(row, sealing), READ).data();
    When when = data.when();
    OffsetDateTime done = row.get(ACTIVITY.DONE_AT);
    SearchDocument.Builder document =
        SearchDocument.of(row.get(ACTIVITY.ID))
            .with(SUBJECT, data.subject())
            .with(PLACE, data.place())
            .with(EXTERNAL_ID, data.externalId())
            .with(KIND_OF, data.kind())
            .with(STATUS, data.status())
            .with(PRIORITY, data.priority())
            .with(START, when == null ? null : when.at())
            .with(ALL_DAY, when == null ? null : when.allDay())
            .with(OWNER, data.ownerId())
            .withAll(ATTENDEE, asked)
            .withAll(TAG, data.tags())
            .withAll(CONTACT_ID, about.contacts().stream().map(ContactId::value).toList())
            .withAll(COMPANY_ID, about.companies().stream().map(CompanyId::value).toList())
            .withAll(DEAL_ID, about.deals().stream().map(DealId::value).toList())
            .with(DONE, done == null ? null : done.toInstant())
            .with(CREATED, row.get(ACTIVITY.CREATED_AT).toInstant())
            .with(CHANGED, row.get(ACTIVITY.CHANGED_AT).toInstant());
    own.add(document, data.custom());
    return document.build();
  }
}
