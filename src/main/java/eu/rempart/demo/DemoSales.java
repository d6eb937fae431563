package eu.rempart.demo;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.company.Company;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.db.Reason;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lets the demo firm sell: a pipeline, and deals through the past months. */
@Component
class DemoSales {

  private static final List<Stage> STAGES =
      List.of(
          new Stage(null, "Premier contact", DealState.OPEN, 1, 10, 14),
          new Stage(null, "Besoin qualifié", DealState.OPEN, 0, 25, 21),
          new Stage(null, "Offre envoyée", DealState.OPEN, 5, 50, 14),
          new Stage(null, "Négociation", DealState.OPEN, 2, 75, 14),
          new Stage(null, "Gagnée", DealState.WON, 7, 100, null),
          new Stage(null, "Perdue", DealState.LOST, 4, 0, null));

  private final PipelineService pipelines;
  private final DealService deals;
  private final DealContactService people;
  private final LinkService links;
  private final ActivityService activities;
  private final AttendeeService attendees;

  DemoSales(
      PipelineService pipelines,
      DealService deals,
      DealContactService people,
      LinkService links,
      ActivityService activities,
      AttendeeService attendees) {
    this.pipelines = pipelines;
    this.deals = deals;
    this.people = people;
    this.links = links;
    this.activities = activities;
    this.attendees = attendees;
  }

  /**
   * Sells to these firms, and puts a hand on the way.
   *
   * @param values what deals and activities have in the firm's own fields
   * @param lines what deals are about
   * @param step runs each part in a transaction of its own
   */
  void sell(
      UUID member,
      List<Company> firms,
      DemoValues values,
      DemoLines lines,
      long seed,
      Reason reason,
      Runnable activitiesBegin,
      Consumer<Runnable> step) {
    Map<UUID, List<ContactId>> staff = new HashMap<>();
    firms.forEach(
        firm ->
            staff.put(
                firm.id().value(),
                links.of(firm.id()).stream()
                    .filter(link -> link.data().current())
                    .map(Link::contactId)
                    .toList()));
    step.accept(() -> pipelines.allOrFirst("Ventes", STAGES));
    Pipeline pipeline = pipelines.all().getFirst();
    Instant now = Instant.now();
    DemoDeals demo = new DemoDeals(pipeline, member, now, seed).with(firms, staff);
    demo.deals()
        .replaceAll((_, deal) -> lines.on(deal.toBuilder().custom(values.next("deal")).build()));
    step.accept(
        () -> {
          deals.createAll(demo.deals(), reason);
          people.addAll(demo.people(), reason);
        });
    demo.steps().forEach(moves -> step.accept(() -> deals.moveAll(moves, reason)));
    activitiesBegin.run();
    DemoActivities diary = new DemoActivities(member, now, seed).with(demo.deals(), demo.people());
    diary.fill(values);
    DemoMeetings meetings = new DemoMeetings(member, now, seed);
    Map<ActivityId, Attendees> asked = meetings.asked(diary.activities(), demo.people());
    step.accept(
        () -> {
          activities.createAll(DemoMeetings.about(diary.activities(), asked), reason);
          asked.forEach((id, who) -> ask(id, who, meetings));
        });
  }

  /** Asks people to a meeting; most of them answer. */
  private void ask(ActivityId id, Attendees who, DemoMeetings meetings) {
    attendees.save(id, Attendees.NONE, who);
    attendees.of(id).stream()
        .filter(each -> each.member() == null)
        .forEach(each -> attendees.note(each.id(), meetings.answer()));
  }
}
