package eu.rempart.quote.ui;

import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import eu.rempart.tag.TagRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many quotes at once: what they say is changed one by one, and in drafts. */
@Component
class QuoteBulk implements BulkRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final QuoteService quotes;

  QuoteBulk(QuoteService quotes) {
    this.quotes = quotes;
  }

  @Override
  public String kind() {
    return "quote";
  }

  @Override
  public ToIntFunction<List<UUID>> assign(@Nullable UUID owner) {
    return ids -> apply(ids, data -> data.toBuilder().ownerId(owner).build());
  }

  @Override
  public ToIntFunction<List<UUID>> tag(Set<UUID> added, Set<UUID> removed) {
    return ids ->
        apply(
            ids,
            data -> {
              Set<UUID> tags = new LinkedHashSet<>(data.tags());
              tags.addAll(added);
              tags.removeAll(removed);
              return data.toBuilder().tags(tags).build();
            });
  }

  /** Drafts alone: what is issued stays. */
  @Override
  public ToIntFunction<List<UUID>> archive() {
    return ids -> {
      List<QuoteId> drafts =
          quotes.findAll(typed(ids)).stream()
              .filter(quote -> !quote.standing().kept().issued())
              .map(Quote::id)
              .toList();
      if (!drafts.isEmpty()) {
        quotes.archive(drafts);
      }
      return drafts.size();
    };
  }

  @Override
  public List<BulkField<?>> fields() {
    return List.of();
  }

  @Override
  public @Nullable Object now(String column, UUID id) {
    return null;
  }

  @Override
  public void seen(List<UUID> ids) {
    quotes.awaitIndex(typed(ids), PATIENCE);
  }

  private int apply(List<UUID> ids, UnaryOperator<QuoteData> edit) {
    Map<Quote, QuoteData> changes = new HashMap<>();
    for (Quote each : quotes.findAll(typed(ids))) {
      QuoteData edited = edit.apply(each.data());
      // one that has too many tags is left alone, and does not stop the others
      if (!QuoteField.changed(each.data(), edited).isEmpty()
          && edited.tags().size() <= TagRules.MAX_ON_RECORD) {
        changes.put(each, edited);
      }
    }
    return changes.isEmpty() ? 0 : changes.size() - quotes.sort(changes).size();
  }

  private static List<QuoteId> typed(List<UUID> ids) {
    return ids.stream().map(QuoteId::new).toList();
  }
}
