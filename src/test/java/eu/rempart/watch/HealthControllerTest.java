package eu.rempart.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.DatabaseAnswers;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.datasource.AbstractDataSource;

class HealthControllerTest {

  @Test
  void aProcessWithoutDatabaseIsAliveButNotReady() {
    HealthController health =
        new HealthController(
            new States(ReadinessState.ACCEPTING_TRAFFIC),
            new DatabaseAnswers(new UnreachableDatabase()));

    assertThat(health.live().getStatusCode().value()).isEqualTo(200);
    assertThat(health.ready().getStatusCode().value()).isEqualTo(503);
    assertThat(health.ready().getBody()).isEqualTo("unavailable");
  }

  @Test
  void aStoppingProcessIsNotReadyAndDoesNotAskTheDatabase() {
    UnreachableDatabase database = new UnreachableDatabase();
    HealthController health =
        new HealthController(
            new States(ReadinessState.REFUSING_TRAFFIC), new DatabaseAnswers(database));

    assertThat(health.ready().getStatusCode().value()).isEqualTo(503);
    assertThat(health.ready().getBody()).isEqualTo("starting");
    assertThat(database.asked).isZero();

    health.changed(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
    health.changed(new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));
    assertThat(health.ready().getStatusCode().value()).isEqualTo(503);
    assertThat(health.ready().getBody()).isEqualTo("stopping");
    assertThat(health.live().getStatusCode().value()).isEqualTo(200);
    assertThat(health.live().getBody()).isEqualTo("ok");
  }

  @Test
  void answersAreNotKeptByCaches() {
    HealthController health =
        new HealthController(
            new States(ReadinessState.ACCEPTING_TRAFFIC),
            new DatabaseAnswers(new UnreachableDatabase()));

    assertThat(health.live().getHeaders().getCacheControl()).isEqualTo("no-store");
  }

  /** A page that lost its own site asks the other one, without a session and without a name. */
  @Test
  void pagesOfAnotherOriginMayReadTheWord() {
    HealthController health =
        new HealthController(
            new States(ReadinessState.ACCEPTING_TRAFFIC),
            new DatabaseAnswers(new UnreachableDatabase()));

    assertThat(health.ready().getHeaders().getAccessControlAllowOrigin()).isEqualTo("*");
    assertThat(health.ready().getHeaders().getAccessControlAllowCredentials()).isFalse();
  }

  private record States(ReadinessState readiness) implements ApplicationAvailability {

    @Override
    public LivenessState getLivenessState() {
      return LivenessState.CORRECT;
    }

    @Override
    public ReadinessState getReadinessState() {
      return readiness;
    }

    @Override
    public <S extends AvailabilityState> S getState(Class<S> stateType, S defaultState) {
      return defaultState;
    }

    @Override
    public <S extends AvailabilityState> @Nullable S getState(Class<S> stateType) {
      return null;
    }

    @Override
    public <S extends AvailabilityState> @Nullable AvailabilityChangeEvent<S> getLastChangeEvent(
        Class<S> stateType) {
      return null;
    }
  }

  private static final class UnreachableDatabase extends AbstractDataSource {

    private int asked;

    @Override
    public Connection getConnection() throws SQLException {
      asked++;
      throw new SQLException("unreachable");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }
  }
}
