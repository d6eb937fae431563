package eu.rempart.exchange.format;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as a file has it. What is absent is the empty text or list. Its company is that of the
 * row.
 *
 * @param externalId the source's own key
 * @param currency ISO 4217; empty without an amount
 * @param pipeline what the file calls the pipeline
 * @param stage what the file calls the stage
 * @param state where the file says how the deal stands; null where it does not
 * @param closed whether the file says that it is over, though it need not say how it ended
 * @param closedAt when it was won or lost
 * @param owner what the file calls the member who looks after it
 * @param people who takes part
 * @param tags names of tags, as the file has them
 * @param custom values of the organisation's own fields
 * @param lines what it is about, each in a currency; not checked
 * @param assumed whether one of the lines costs what the deal comes to, since its price isn't said
 * @param apart the cells of its row, without what they say of a product: of two rows without a key
 *     that have the same here, the second is a further one of the same deal
 */
public record ImportedDeal(
    String externalId,
    String name,
    @Nullable BigDecimal amount,
    String currency,
    String pipeline,
    String stage,
    @Nullable DealState state,
    boolean closed,
    @Nullable Integer probability,
    @Nullable LocalDate expectedClose,
    @Nullable Instant closedAt,
    String source,
    String lostReason,
    String description,
    String owner,
    List<NamedPerson> people,
    List<String> tags,
    CustomValues custom,
    List<DealLine> lines,
    boolean assumed,
    List<String> apart) {

  /** Takes the parts; the lists become immutable. */
  public ImportedDeal {
    people = List.copyOf(people);
    tags = List.copyOf(tags);
    lines = List.copyOf(lines);
    apart = List.copyOf(apart);
  }

  /** The same about these lines, with this description. */
  public ImportedDeal with(List<DealLine> otherLines, String otherDescription) {
    return new ImportedDeal(
        externalId,
        name,
        amount,
        currency,
        pipeline,
        stage,
        state,
        closed,
        probability,
        expectedClose,
        closedAt,
        source,
        lostReason,
        otherDescription,
        owner,
        people,
        tags,
        custom,
        otherLines,
        false,
        apart);
  }

  @Override
  public String toString() {
    return "ImportedDeal[hidden]";
  }
}
