package eu.rempart.alert.incident;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.queue.Delivery;
import eu.rempart.alert.queue.DeliveryListener;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes into the story what became of messages, and hurries where one reached nobody. */
final class DeliverySteps implements DeliveryListener {

  private final AlertIncidentRepository incidents;
  private final StepRepository steps;
  private final Escalation escalation;
  private final Crew crew;
  private final InstantSource clock;

  DeliverySteps(
      AlertIncidentRepository incidents,
      StepRepository steps,
      Escalation escalation,
      Crew crew,
      InstantSource clock) {
    this.incidents = incidents;
    this.steps = steps;
    this.escalation = escalation;
    this.crew = crew;
    this.clock = clock;
  }

  /**
   * Nobody is woken for what somebody takes care of, or what is over, nor told of what was before
   * it was opened anew, or that somebody takes care of what is over; and whoever was suspended
   * since it was written is told nothing. But what calls people is ended. For an alarm the incident
   * is held until it is kept that it is being sent: whoever acknowledges it meanwhile waits for
   * that, and then tells of it where the alarm went.
   */
  @Override
  public boolean wanted(Delivery delivery) {
    UUID incident = delivery.incident();
    if (!crew.everybody().contains(delivery.member())) {
      return delivery.closes();
    }
    return incident == null
        || delivery.closes()
        || current(delivery, incident).filter(found -> isNews(delivery, found)).isPresent();
  }

  private Optional<Incident> current(Delivery delivery, UUID incident) {
    return isAlarm(delivery) ? incidents.lock(incident) : incidents.find(incident);
  }

  private static boolean isNews(Delivery delivery, Incident incident) {
    return delivery.opening() == incident.openings()
        && (!isAlarm(delivery) || incident.state() == IncidentState.OPEN)
        && !(delivery.kind() == MessageKind.ACKNOWLEDGED && incident.isResolved());
  }

  @Override
  public String answer(Delivery delivery) {
    return isAlarm(delivery) ? new AlertText(crew.language(delivery.member())).answer() : "";
  }

  private static boolean isAlarm(Delivery delivery) {
    return delivery.kind() == MessageKind.ALARM || delivery.kind() == MessageKind.REMINDER;
  }

  @Override
  public void sent(Delivery delivery) {
    tell(delivery, StepKind.SENT, null, null);
  }

  @Override
  public void failed(Delivery delivery, Reason reason, @Nullable Integer number) {
    tell(delivery, StepKind.FAILED, reason, number);
    if (reason != Reason.IN_DOUBT) { // it may have arrived
      hurry(delivery);
    }
  }

  @Override
  public void givenUp(Delivery delivery, boolean reached) {
    if (!reached) {
      tell(delivery, StepKind.GIVEN_UP, null, null);
      hurry(delivery);
    }
  }

  private void hurry(Delivery delivery) {
    UUID incident = delivery.incident();
    if (incident != null && isAlarm(delivery)) {
      escalation.hurry(incident, delivery.opening());
    }
  }

  private void tell(
      Delivery delivery, StepKind kind, @Nullable Reason reason, @Nullable Integer number) {
    UUID incident = delivery.incident();
    if (incident != null) {
      steps.tell(
          incident,
          new Step(
              clock.instant(),
              kind,
              null,
              delivery.member(),
              delivery.channel(),
              reason,
              number,
              null));
    }
  }
}
