package eu.rempart.demo;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.common.Ids;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What was done for deals in the past months, and what is planned: some overdue, some today, most
 * in the coming weeks. The same ones for the same seed and day.
 */
final class DemoActivities {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int DAYS_BACK = 90;
  private static final int DAYS_AHEAD = 30;

  private static final List<String> TASKS =
      List.of(
          "Envoyer l’offre révisée",
          "Préparer la démonstration",
          "Relancer pour le bon de commande",
          "Vertragsentwurf prüfen",
          "Referenzen schicken",
          "Trimite oferta actualizată",
          "Check the delivery dates");
  private static final List<String> CALLS =
      List.of(
          "Appel de suivi",
          "Demander une décision",
          "Rückruf wegen der Lieferzeit",
          "Sună pentru confirmare",
          "Ask about the budget");
  private static final List<String> MEETINGS =
      List.of(
          "Visite du site",
          "Présentation de l’offre",
          "Jahresgespräch",
          "Întâlnire de proiect",
          "Kick-off meeting");
  private static final List<String> PLACES =
      List.of("Chez le client", "Salle Vauban", "https://meet.example.org/rempart", "Kaffeehaus");

  private final UUID owner;
  private final LocalDate today;
  private final SplittableRandom random;
  private final Map<ActivityId, NewActivity> activities = new LinkedHashMap<>();

  DemoActivities(UUID owner, Instant now, long seed) {
    this.owner = owner;
    this.today = LocalDate.ofInstant(now, PARIS);
    this.random = new SplittableRandom(seed ^ 0xAC7);
  }

  /** Thinks them up. */
  DemoActivities with(Map<DealId, DealData> deals, Iterable<DealContact> people) {
    Map<DealId, ContactId> first = new HashMap<>();
    people.forEach(person -> first.putIfAbsent(person.dealId(), person.contactId()));
    deals.forEach(
        (id, deal) -> {
          int many = random.nextInt(4);
          for (int i = 0; i < many; i++) {
            add(id, deal, first.get(id));
          }
        });
    return this;
  }

  /** Gives each what it has in the firm's own fields. */
  void fill(DemoValues values) {
    activities.replaceAll(
        (_, activity) ->
            new NewActivity(
                activity.data().toBuilder().custom(values.next("activity")).build(),
                activity.links(),
                activity.doneAt(),
                activity.of()));
  }

  Map<ActivityId, NewActivity> activities() {
    return activities;
  }

  private void add(
      DealId deal, DealData data, @org.jspecify.annotations.Nullable ContactId contact) {
    LocalDate day = workday(today.plusDays(random.nextInt(DAYS_BACK + DAYS_AHEAD) - DAYS_BACK));
    boolean late = day.isBefore(today);
    boolean done = late && random.nextInt(25) > 0;
    ActivityKind kind = DemoPeople.pick(List.of(ActivityKind.values()), random);
    boolean timed = kind == ActivityKind.MEETING || random.nextInt(3) == 0;
    When when =
        timed
            ? When.at(
                day.atTime(LocalTime.of(8 + random.nextInt(10), 15 * random.nextInt(4))), PARIS)
            : When.on(day);
    CompanyId company = data.companyId();
    activities.put(
        new ActivityId(Ids.next()),
        new NewActivity(
            ActivityData.builder()
                .ownerId(owner)
                .kind(kind)
                .subject(subject(kind))
                .when(when)
                .minutes(timed ? minutes(kind) : null)
                .status(done ? ActivityStatus.DONE : ActivityStatus.OPEN)
                .priority(random.nextInt(8) == 0 ? ActivityPriority.HIGH : ActivityPriority.NORMAL)
                .direction(kind == ActivityKind.CALL ? CallDirection.OUTGOING : null)
                .place(kind == ActivityKind.MEETING ? DemoPeople.pick(PLACES, random) : null)
                .build(),
            new ActivityLinks(
                contact == null ? List.of() : List.of(contact),
                company == null ? List.of() : List.of(company),
                List.of(deal)),
            done ? when.in(PARIS).plusMinutes(30 + random.nextLong(300)).toInstant() : null,
            null));
  }

  private String subject(ActivityKind kind) {
    return DemoPeople.pick(
        switch (kind) {
          case TASK -> TASKS;
          case CALL -> CALLS;
          case MEETING -> MEETINGS;
        },
        random);
  }

  private int minutes(ActivityKind kind) {
    return kind == ActivityKind.MEETING
        ? DemoPeople.pick(List.of(30, 45, 60, 60, 90, 120), random)
        : 15;
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }
}
