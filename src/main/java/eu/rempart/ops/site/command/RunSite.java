package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.Witness;
import eu.rempart.ops.site.run.Engines;
import eu.rempart.ops.site.run.Supervisor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs the programs of this machine until it is told to end. */
final class RunSite {

  private final SiteCall call;

  RunSite(SiteCall call) {
    this.call = call;
  }

  /**
   * Returns after a SIGTERM, when all has ended.
   *
   * @param engines whether etcd and Patroni run below this process, rather than below systemd
   */
  void run(boolean engines) throws IOException {
    call.arguments().allow(call.texts(), 1);
    Cluster cluster = call.cluster();
    Machine self = call.self(cluster);
    var tls = call.tls(); // an expired certificate is said now, not in the log of each program
    if (engines && !Files.exists(call.folder().etcdData())) { // later it may hold on with less
      DiskSpace.of(call.home()).refuseIfLess(DiskSpace.LEAST, call.home());
    }
    Path pid = call.folder().pid("supervisor");
    Files.createDirectories(pid.resolveSibling(""));
    try (FileChannel channel =
            FileChannel.open(
                pid.resolveSibling("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new CommandRefusedException("runs-already", call.home());
      }
      Files.writeString(pid, ProcessHandle.current().pid() + "\n", StandardCharsets.US_ASCII);
      boolean site = self.role() == Role.SITE;
      CountDownLatch ending = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ending, ended)));
      try (Supervisor supervisor =
              new Supervisor(
                  engines ? Engines.of(call.folder(), site) : List.of(), Supervisor.Pauses.USUAL);
          AutoCloseable _ = site ? () -> {} : Witness.start(cluster, self, tls)) {
        supervisor.start();
        call.say("run.runs", self.name());
        ending.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        Files.deleteIfExists(pid);
        ended.countDown();
      }
    }
  }

  /** Keeps the virtual machine from ending before the programs. */
  private static void end(CountDownLatch ending, CountDownLatch ended) {
    ending.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
