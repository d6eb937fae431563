package eu.rempart.search;

import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of one kind whoever searches may find.
 *
 * @param owners whose records; null for all
 * @param reader who also finds what asks them, beside the records of some owners; null for nobody
 * @param unseen fields by which they find and sort nothing
 */
record Sight(@Nullable Set<UUID> owners, @Nullable UUID reader, Set<SearchField<?>> unseen) {

  static final Sight WHOLE = new Sight(null, null, Set.of());

  /** The field of the owner is called so in every kind. */
  private static final String OWNER = "owner";

  /** The field of those whom a record asks to take part, in kinds that do. */
  private static final String ATTENDEE = "attendee";

  static Sight of(SearchSchema schema, SearchGuard guard) {
    Optional<Set<UUID>> owners = guard.owners(schema.kind());
    Set<String> hidden = guard.hidden(schema.kind());
    Set<SearchField<?>> unseen =
        schema.fields().stream()
            .filter(
                field ->
                    field.columns().stream().anyMatch(hidden::contains)
                        || (field.from() != null && guard.owners(field.from()).isPresent()))
            .collect(Collectors.toUnmodifiableSet());
    return owners.isEmpty() && unseen.isEmpty()
        ? WHOLE
        : new Sight(owners.orElse(null), guard.reader().orElse(null), unseen);
  }

  boolean sees(SearchField<?> field) {
    return !unseen.contains(field);
  }

  /** Whether there is text in documents that may not be found. */
  boolean hidesText() {
    return unseen.stream().anyMatch(SearchField::searched);
  }

  /**
   * The condition on owners; null for none. Without a field of owners nothing is found. Who may
   * find some records of a kind finds those too that ask them.
   */
  @Nullable Filter owned(SearchSchema schema) {
    Set<UUID> mine = owners;
    if (mine == null) {
      return null;
    }
    UUID me = reader;
    Filter owned =
        ids(schema, OWNER).<Filter>map(field -> Filter.in(field, mine)).orElseGet(Filter::or);
    return me == null || mine.isEmpty()
        ? owned
        : ids(schema, ATTENDEE)
            .<Filter>map(field -> Filter.or(owned, Filter.is(field, me)))
            .orElse(owned);
  }

  @SuppressWarnings("unchecked")
  private static Optional<SearchField<UUID>> ids(SearchSchema schema, String name) {
    return schema.fields().stream()
        .filter(field -> field.name().equals(name) && field.type() == FieldType.UUID)
        .findFirst()
        .map(field -> (SearchField<UUID>) field);
  }
}
