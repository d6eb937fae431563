package eu.rempart.quote.ui;

import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.TaggedBulk;
import eu.rempart.tag.TagRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many quotes at once: what they say is changed one by one, and in drafts. */
@Component
class QuoteBulk extends TaggedBulk<Quote, QuoteField, QuoteData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final QuoteService quotes;

  QuoteBulk(QuoteService quotes) {
    super(QuoteField.class);
    this.quotes = quotes;
  }

  @Override
  public String kind() {
    return "quote";
  }

  @Override
  protected List<Quote> read(List<UUID> ids) {
    return quotes.findAll(typed(ids));
  }

  @Override
  protected QuoteData dataOf(Quote found) {
    return found.data();
  }

  @Override
  protected QuoteData ownedBy(QuoteData data, @Nullable UUID owner) {
    return data.toBuilder().ownerId(owner).build();
  }

  @Override
  protected Set<UUID> tagsOf(QuoteData data) {
    return data.tags();
  }

  @Override
  protected QuoteData tagged(QuoteData data, Set<UUID> tags) {
    return data.toBuilder().tags(tags).build();
  }

  @Override
  protected Set<Quote> keepable(Map<Quote, QuoteData> changes) {
    return changes.entrySet().stream()
        .filter(change -> change.getValue().tags().size() <= TagRules.MAX_ON_RECORD)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  protected int save(Map<Quote, QuoteData> changes) {
    return quotes.sort(changes).size();
  }

  /** Drafts alone: what is issued stays. */
  @Override
  protected int archive(List<Quote> there) {
    List<QuoteId> drafts =
        there.stream().filter(quote -> !quote.standing().kept().issued()).map(Quote::id).toList();
    if (!drafts.isEmpty()) {
      quotes.archive(drafts);
    }
    return drafts.size();
  }

  @Override
  public List<BulkField<?>> fields() {
    return List.of();
  }

  @Override
  public void seen(List<UUID> ids) {
    quotes.awaitIndex(typed(ids), PATIENCE);
  }

  private static List<QuoteId> typed(List<UUID> ids) {
    return ids.stream().map(QuoteId::new).toList();
  }
}
