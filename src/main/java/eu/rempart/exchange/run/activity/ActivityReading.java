package eu.rempart.exchange.run.activity;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.value.When;
import eu.rempart.common.ExternalId;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.match.FileOwners;
import eu.rempart.exchange.run.match.Rest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what a file says of an activity to what a record keeps, as far as whoever imports may. */
final class ActivityReading {

  private final ImportSource source;
  private final FileOwners owners;
  private final Set<ActivityField> fixed;
  private final Set<UUID> fixedOwn;

  /**
   * For one file.
   *
   * @param fixedColumns those that whoever imports does not change
   * @param fixedOwn own fields that they do not change
   */
  ActivityReading(
      ImportSource source, FileOwners owners, Set<String> fixedColumns, Set<UUID> fixedOwn) {
    this.source = source;
    this.owners = owners;
    this.fixedOwn = fixedOwn;
    this.fixed =
        EnumSet.allOf(ActivityField.class).stream()
            .filter(field -> fixedColumns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActivityField.class)));
  }

  /** Whether nobody could keep an activity who may not fill in what each of them has. */
  boolean isForbidden() {
    return fixed.contains(ActivityField.SUBJECT)
        || (fixed.contains(ActivityField.OWNER) && owners.read("").ofNew() != null);
  }

  /** The key by which the file knows it; null for none. */
  @Nullable String key(ImportedActivity activity) {
    ExternalId key = source.key(activity.externalId());
    return key == null ? null : key.key();
  }

  /** A new one; what the file doesn't say is as in a new one that somebody makes by hand. */
  ActivityData read(ImportedActivity said, Rest rest) {
    ActivityData data = over(ActivityData.EMPTY, said, rest);
    data = data.toBuilder().ownerId(owners.read(said.owner()).ofNew()).build();
    return without(data, ActivityData.EMPTY, rest);
  }

  /** What is there with what the file says; cells without a value change nothing. */
  ActivityData merge(UUID id, ActivityData before, ImportedActivity said, Rest rest) {
    ActivityData merged = over(before, said, rest);
    String description = merged.description();
    String kept = before.description();
    if (kept != null && description != null && !kept.equals(description)) {
      merged =
          merged.toBuilder()
              .description(kept.contains(description) ? kept : kept + "\n\n" + description)
              .build();
    }
    String own = ExternalId.ours(id).key();
    if (own.equals(merged.externalId())) {
      merged = merged.toBuilder().externalId(before.externalId()).build();
    }
    return without(merged, before, rest);
  }

  private ActivityData over(ActivityData before, ImportedActivity said, Rest rest) {
    FileOwners.Owner owner = owners.read(said.owner());
    if (!owner.known()) {
      rest.note(ProblemCode.OWNER_UNKNOWN, said.owner());
    }
    ActivityDataBuilder data = before.toBuilder();
    data.subject(said.subject());
    data.ownerId(owner.named() == null ? before.ownerId() : owner.named());
    data.kind(or(said.kind(), before.kind()));
    data.status(or(said.status(), before.status()));
    data.priority(or(said.priority(), before.priority()));
    When when = said.when();
    When was = before.when();
    boolean same = when != null && was != null && isSame(when, was);
    if (when != null && !same) {
      data.when(when);
    }
    if (said.minutes() != null) {
      data.minutes(said.minutes());
    }
    data.custom(said.custom().or(before.custom()));
    if (!said.place().isEmpty()) {
      data.place(said.place());
    }
    if (key(said) != null) {
      data.externalId(key(said));
    }
    String text = rest.below(said.description().isEmpty() ? null : said.description());
    data.description(text == null ? before.description() : text);
    return data.build();
  }

  /** A file that says the moment need not say the zone in which it was meant. */
  private static boolean isSame(When one, When other) {
    return one.allDay() == other.allDay() && one.at().equals(other.at());
  }

  private ActivityData without(ActivityData said, ActivityData before, Rest rest) {
    ActivityData may = fixed.isEmpty() ? said : ActivityField.copy(fixed, before, said);
    CustomValues own = may.custom();
    for (UUID field : fixedOwn) {
      own = own.with(field, before.custom().of(field));
    }
    may = may.toBuilder().custom(own).build();
    if (!may.equals(said)) {
      rest.note(ProblemCode.FIELD_FIXED);
    }
    return may;
  }

  private static <T> T or(@Nullable T first, T second) {
    return first != null ? first : second;
  }
}
