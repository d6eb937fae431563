package eu.rempart.watch;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.db.DatabaseAnswers;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the probes of containers, load balancers and watchers: 200 or 503, one word, no detail,
 * since anybody may ask. Who stops is alive until the end, and not ready: whoever restarts what is
 * dead leaves it alone, and whoever spreads requests sends none.
 */
@RestController
@AnonymousAllowed
class HealthController {

  private final ApplicationAvailability availability;
  private final DatabaseAnswers database;
  private volatile boolean accepted;

  HealthController(ApplicationAvailability availability, DatabaseAnswers database) {
    this.availability = availability;
    this.database = database;
  }

  /** Whether this process should go on; a restart would help where it says no. */
  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    boolean well = availability.getLivenessState() == LivenessState.CORRECT;
    return answer(well, well ? "ok" : "unavailable");
  }

  /**
   * Whether requests may be sent here: started, not stopping, and the database answers. Says {@code
   * starting} or {@code stopping} where it is no fault that they may not. Pages of any origin may
   * read the word, since pages that lost the other site ask here.
   */
  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return answer(false, accepted ? "stopping" : "starting");
    }
    boolean well = database.now();
    return answer(well, well ? "ok" : "unavailable");
  }

  @EventListener
  void changed(AvailabilityChangeEvent<ReadinessState> event) {
    accepted |= event.getState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  private static ResponseEntity<String> answer(boolean well, String word) {
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(word);
  }
}
