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
 * @param unseen fields by which they find and sort nothing
 */
record Sight(@Nullable Set<UUID> owners, Set<SearchField<?>> unseen) {

  static final Sight WHOLE = new Sight(null, Set.of());

  /** The field of the owner is called so in every kind. */
  private static final String OWNER = "owner";

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
    return owners.isEmpty() && unseen.isEmpty() ? WHOLE : new Sight(owners.orElse(null), unseen);
  }

  boolean sees(SearchField<?> field) {
    return !unseen.contains(field);
  }

  /** Whether there is text in documents that may not be found. */
  boolean hidesText() {
    return unseen.stream().anyMatch(SearchField::searched);
  }

  /** The condition on owners; null for none. Without a field of owners nothing is found. */
  @SuppressWarnings("unchecked")
  @Nullable Filter owned(SearchSchema schema) {
    Set<UUID> mine = owners;
    return mine == null
        ? null
        : schema.fields().stream()
            .filter(field -> field.name().equals(OWNER) && field.type() == FieldType.UUID)
            .findFirst()
            .<Filter>map(field -> Filter.in((SearchField<UUID>) field, mine))
            .orElseGet(Filter::or);
  }
}
