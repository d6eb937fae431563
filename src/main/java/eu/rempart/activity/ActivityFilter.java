package eu.rempart.activity;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which activities a list shows; an empty set, null or false asks for nothing.
 *
 * @param overdue open tasks and calls whose time has come and gone
 * @param owners members who are to do them
 * @param attendees members of whom one at least is asked to them
 * @param from first day
 * @param to last day
 * @param tags one of which they have
 */
public record ActivityFilter(
    Set<ActivityKind> kinds,
    Set<ActivityStatus> statuses,
    boolean overdue,
    Set<ActivityPriority> priorities,
    Set<UUID> owners,
    Set<UUID> attendees,
    Set<ContactId> contacts,
    Set<CompanyId> companies,
    Set<DealId> deals,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<UUID> tags) {

  public static final ActivityFilter NONE =
      new ActivityFilter(
          Set.of(), Set.of(), false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          null, null, Set.of());

  public ActivityFilter {
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
    owners = Set.copyOf(owners);
    attendees = Set.copyOf(attendees);
    contacts = Set.copyOf(contacts);
    companies = Set.copyOf(companies);
    deals = Set.copyOf(deals);
    tags = Set.copyOf(tags);
  }

  /** What somebody has still to do. */
  public static ActivityFilter openOf(UUID owner) {
    return new ActivityFilter(
        Set.of(),
        Set.of(ActivityStatus.OPEN),
        false,
        Set.of(),
        Set.of(owner),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        null,
        Set.of());
  }
}
