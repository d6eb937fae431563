package eu.rempart.home;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says where the application answers: the contract's one line on standard output, and the info
 * file.
 */
@Component
class ReadyLine {

  private final InfoFile info;
  private final PrintStream out = System.out;
  private int port;

  ReadyLine(InfoFile info) {
    this.info = info;
  }

  @EventListener
  void listening(Listening event) {
    port = event.port();
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    String url = "https://localhost:" + port;
    info.put("url", url);
    info.put("pid", Long.toString(ProcessHandle.current().pid()));
    info.write();
    out.println("Rempart is ready at " + url);
  }
}
