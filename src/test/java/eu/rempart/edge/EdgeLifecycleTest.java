package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.home.Listening;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;

/** What balancers see at the end: first that this server is not ready, then a closed port. */
class EdgeLifecycleTest {

  private static final Duration NOTICE = Duration.ofSeconds(20);

  @TempDir Path home;

  private final List<String> story = new ArrayList<>();
  private int port;

  /** What stands behind the edge. */
  private final class Behind implements WebServer {
    @Override
    public void start() {
      story.add("started");
    }

    @Override
    public void stop() {
      story.add("stopped");
    }

    @Override
    public int getPort() {
      return 0;
    }
  }

  private void heard(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> told
        && told.getPayload() instanceof Listening(int at)) {
      port = at;
      story.add("open");
    }
    if (event instanceof AvailabilityChangeEvent<?> changed
        && changed.getState() == ReadinessState.REFUSING_TRAFFIC) {
      story.add("not ready");
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private void rest(Duration time) {
    try (Socket balancer = connect()) {
      story.add("%s of notice, %s".formatted(time, balancer.isConnected() ? "open" : "closed"));
    } catch (IOException refused) {
      story.add(time + " of notice, refused");
    }
  }

  @Test
  void thePortStaysOpenForAsLongAsBalancersAreGivenNotice() throws Exception {
    OpenGate gate = new OpenGate();
    try (EdgeServer edge =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            ServerTls.open(TlsSettings.in(home)),
            Backend.unixSocket(home.resolve("nobody.sock")),
            gate,
            gate)) {
      try (var context = new AnnotationConfigServletWebServerApplicationContext()) {
        context.registerBean(ServletWebServerFactory.class, () -> _ -> new Behind());
        context.registerBean(
            EdgeLifecycle.class,
            () -> new EdgeLifecycle(edge, context, 0, Duration.ZERO, NOTICE, this::rest));
        context.addApplicationListener(this::heard);
        context.refresh();
        connect().close();
      }
      assertThat(story)
          .startsWith("started", "open", "not ready", "PT20S of notice, open", "stopped");
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
  }
}
