package eu.rempart.activity.meeting;

import eu.rempart.activity.CalledOff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets those who were invited know that a meeting does not happen. */
@Component
class CalledOffListener {

  private final Withdrawals withdrawals;

  CalledOffListener(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  @EventListener
  void calledOff(CalledOff event) {
    withdrawals.callOff(event.activities());
  }
}
