package eu.rempart.watch.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.db.DatabaseAnswers;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.TestPlaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Who gets the sign of life is said by a setting, and all that is vital has a say in it. */
class SignalConfigurationTest {

  private final AtomicBoolean answers = new AtomicBoolean(true);
  private final AtomicBoolean vital = new AtomicBoolean(true);
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(SignalConfiguration.class)
          .withBean(ApplicationAvailabilityBean.class)
          .withBean(
              DatabaseAnswers.class,
              () ->
                  new DatabaseAnswers(new SimpleDriverDataSource()) {
                    @Override
                    public boolean now() {
                      return answers.get();
                    }
                  })
          .withBean(Outgoing.class, TestPlaces::anywhere)
          .withBean(Vital.class, () -> vital::get);

  @Test
  void withoutTheSettingThereIsNone() {
    runner.run(context -> assertThat(context).doesNotHaveBean(SignOfLife.class));
  }

  @Test
  void itComesWhileTheServerIsReadyAndAllThatIsVitalIsWell() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    outside.start();
    try {
      runner
          .withPropertyValues(
              "rempart.watch.sign-of-life=http://127.0.0.1:"
                  + outside.getAddress().getPort()
                  + "/ping")
          .run(
              context -> {
                SignOfLife sign = context.getBean(SignOfLife.class);
                sign.send();
                assertThat(calls).as("not ready").hasValue(0);
                AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
                sign.send();
                assertThat(calls).hasValue(1);
                vital.set(false);
                sign.send();
                vital.set(true);
                answers.set(false);
                sign.send();
                assertThat(calls).hasValue(1);
                answers.set(true);
                sign.send();
                assertThat(calls).hasValue(2);
              });
    } finally {
      outside.stop(0);
    }
  }
}
