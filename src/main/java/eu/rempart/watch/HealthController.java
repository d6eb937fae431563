package eu.rempart.watch;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.db.DatabaseAnswers;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the probes of containers, load balancers and watchers: 200 or 503, one word, no detail,
 * since anybody may ask.
 */
@RestController
@AnonymousAllowed
class HealthController {

  private final ApplicationAvailability availability;
  private final DatabaseAnswers database;

  HealthController(ApplicationAvailability availability, DatabaseAnswers database) {
    this.availability = availability;
    this.database = database;
  }

  /** Whether this process should go on; a restart would help where it says no. */
  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    return answer(availability.getLivenessState() == LivenessState.CORRECT);
  }

  /** Whether requests may be sent here: started, not stopping, and the database answers. */
  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return answer(
        availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.now());
  }

  private static ResponseEntity<String> answer(boolean well) {
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .body(well ? "ok" : "unavailable");
  }
}
