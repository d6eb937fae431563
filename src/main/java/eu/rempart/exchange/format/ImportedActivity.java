package eu.rempart.exchange.format;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity as a file has it. What is absent is the empty text or list. Its companies are those
 * of the row.
 *
 * @param externalId the source's own key
 * @param minutes how long it takes
 * @param doneAt when it was done, where the file says so
 * @param owner what the file calls the member who is to do it
 * @param people whom it is about
 * @param deals names of the deals that it is about
 * @param dealIds the source's own keys of such deals
 * @param about names of whatever it is about: contacts, companies or deals
 * @param custom values of the organisation's own fields
 */
public record ImportedActivity(
    String externalId,
    String subject,
    @Nullable ActivityKind kind,
    @Nullable When when,
    @Nullable Integer minutes,
    @Nullable ActivityStatus status,
    @Nullable ActivityPriority priority,
    @Nullable Instant doneAt,
    String place,
    String description,
    String owner,
    List<NamedPerson> people,
    List<String> deals,
    List<String> dealIds,
    List<String> about,
    CustomValues custom) {

  /** Takes the parts; the lists become immutable. */
  public ImportedActivity {
    people = List.copyOf(people);
    deals = List.copyOf(deals);
    dealIds = List.copyOf(dealIds);
    about = List.copyOf(about);
  }

  @Override
  public String toString() {
    return "ImportedActivity[hidden]";
  }
}
