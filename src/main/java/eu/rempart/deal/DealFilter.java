package eu.rempart.deal;

import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.search.rule.Rule;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a list shows; an empty set or null asks for nothing.
 *
 * @param owners members who look after them
 * @param contacts people who take part
 * @param from first day of the expected close
 * @param to last day of the expected close
 * @param tags one of which they have
 * @param rule further conditions
 */
public record DealFilter(
    Set<DealState> states,
    Set<PipelineId> pipelines,
    Set<StageId> stages,
    Set<UUID> owners,
    Set<CompanyId> companies,
    Set<ContactId> contacts,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<UUID> tags,
    Rule rule) {

  public static final DealFilter NONE =
      new DealFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          null,
          null,
          Set.of(),
          Rule.EVERYTHING);

  public DealFilter {
    states = Set.copyOf(states);
    pipelines = Set.copyOf(pipelines);
    stages = Set.copyOf(stages);
    owners = Set.copyOf(owners);
    companies = Set.copyOf(companies);
    contacts = Set.copyOf(contacts);
    tags = Set.copyOf(tags);
  }

  /** The same with other further conditions. */
  public DealFilter with(Rule further) {
    return new DealFilter(
        states, pipelines, stages, owners, companies, contacts, from, to, tags, further);
  }
}
