package eu.rempart.ops.backup.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program of somebody else's: with an environment of ours alone, a deadline, and a
 * bound on what it says.
 */
public final class ProgramRun {

  /** So many characters of a line are kept. */
  private static final int LINE = 2_000;

  /** So many lines of its end are kept. */
  private static final int LINES = 20;

  /** So many characters of an answer are read. */
  private static final int ANSWER = 16_000_000;

  private static final int LOOK_MILLIS = 200;

  /** In which it may end by itself after it was told to. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How pgBackRest and restic begin what they end with. */
  private static final Pattern COMPLAINT = Pattern.compile("ERROR|Fatal");

  private static final Path NOTHING = Path.of("/dev/null");

  private final List<String> command;
  private final Map<String, String> environment;
  private final Duration deadline;
  private final Path directory;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable Process running;

  /**
   * How it ended.
   *
   * @param exit its code
   * @param said the last lines
   */
  public record Ended(int exit, List<String> said) {

    public Ended {
      said = List.copyOf(said);
    }

    public boolean isWell() {
      return exit == 0;
    }

    /** The last of its complaints; without one the last thing that it said. */
    String complaint() {
      return said.reversed().stream()
          .filter(line -> COMPLAINT.matcher(line).find())
          .findFirst()
          .map(Complaints::plain)
          .orElseGet(this::last);
    }

    /** The last thing that it said, or its code where it said nothing. */
    String last() {
      return said.isEmpty() ? "exit code " + exit : Complaints.plain(said.getLast());
    }
  }

  /** Somebody ended it before its end, or it took too long. */
  public static final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean cancelled;

    private BrokenOffException(String program, boolean cancelled) {
      super(program + (cancelled ? " was cancelled" : " took too long"));
      this.cancelled = cancelled;
    }

    /** Whether somebody wished it. */
    boolean wasCancelled() {
      return cancelled;
    }
  }

  /**
   * @param environment all that it gets, beside the way to other programs
   * @param deadline after which it is ended
   */
  public ProgramRun(List<String> command, Map<String, String> environment, Duration deadline) {
    this(command, environment, deadline, Path.of("/"));
  }

  /**
   * As the other.
   *
   * @param directory that it runs in
   */
  public ProgramRun(
      List<String> command, Map<String, String> environment, Duration deadline, Path directory) {
    this.directory = directory;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.deadline = deadline;
  }

  /** Ends it, or keeps it from beginning. Any thread may call this. */
  public void cancel() {
    cancelled.set(true);
  }

  /**
   * How many bytes it and what it started read until now, from wherever. Any thread may ask.
   *
   * @return empty where it does not run, or the system does not say
   */
  Optional<Long> read() {
    Process process = running;
    return process == null
        ? Optional.empty()
        : ReadBytes.of(Stream.concat(process.descendants(), Stream.of(process.toHandle())));
  }

  /**
   * Runs it to its end.
   *
   * @param heard each line of either output, as it comes
   * @throws BrokenOffException if it was cancelled, or took too long
   * @throws IOException if it can't be started
   */
  public Ended run(Consumer<String> heard) throws IOException {
    Lines lines = new Lines(heard);
    int exit = run(Redirect.PIPE, lines);
    return new Ended(exit, lines.last());
  }

  /**
   * Runs it for what it answers.
   *
   * @return its output, without its complaints
   * @throws IOException if it fails, with what it complained of; as {@link #run}
   */
  public String answer() throws IOException {
    Path complaints = Files.createTempFile("program", ".log");
    try {
      Answer answer = new Answer();
      int exit = run(Redirect.to(complaints.toFile()), answer);
      if (exit != 0) {
        List<String> said = Files.readAllLines(complaints);
        throw new IOException("%s: %s".formatted(name(), new Ended(exit, said).complaint()));
      }
      return answer.text.toString();
    } finally {
      Files.deleteIfExists(complaints);
    }
  }

  private interface Output {
    void read(Reader in) throws IOException;
  }

  private String name() {
    return String.valueOf(Path.of(command.getFirst()).getFileName());
  }

  private int run(Redirect complaints, Output output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(Redirect.from(NOTHING.toFile()))
            .redirectErrorStream(complaints.equals(Redirect.PIPE))
            .redirectError(complaints);
    Map<String, String> given = builder.environment();
    String path = given.getOrDefault("PATH", "/usr/bin:/bin");
    given.clear();
    given.put("PATH", path);
    given.put("LC_ALL", "C.UTF-8");
    given.putAll(environment);
    Process process = builder.start();
    running = process;
    Thread reader = Thread.ofVirtual().start(() -> read(process.getInputStream(), output));
    try {
      if (!ends(process)) {
        throw new BrokenOffException(name(), cancelled.get());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenOffException(name(), true);
    } finally {
      running = null;
      end(process);
    }
  }

  private boolean ends(Process process) throws InterruptedException {
    long until = System.nanoTime() + deadline.toNanos();
    while (!cancelled.get() && System.nanoTime() - until < 0) {
      if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** With all that it started: these programs start ssh. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .filter(ProcessHandle::isAlive)
            .toList();
    all.forEach(ProcessHandle::destroy);
    long until = System.nanoTime() + PATIENCE.toNanos();
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        each.destroyForcibly();
      } catch (ExecutionException | TimeoutException e) {
        each.destroyForcibly();
      }
    }
  }

  private static void read(InputStream stream, Output output) {
    try (Reader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      output.read(in);
    } catch (IOException gone) {
      // its output ends with it; how it ended says the rest
    }
  }

  /** The beginning of what it says, as it is. */
  private static final class Answer implements Output {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void read(Reader in) throws IOException {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (text.length() < ANSWER) {
          text.append((char) c);
        }
      }
    }
  }

  /** What it says, line by line; the last ones are kept. */
  private static final class Lines implements Output {

    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<String> heard;

    Lines(Consumer<String> heard) {
      this.heard = heard;
    }

    @Override
    public void read(Reader in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          tell(line);
        } else if (line.length() < LINE) {
          line.append((char) c);
        }
      }
      tell(line);
    }

    private void tell(StringBuilder line) {
      String whole = line.toString().strip();
      line.setLength(0);
      if (whole.isEmpty()) {
        return;
      }
      synchronized (last) {
        if (last.size() == LINES) {
          last.removeFirst();
        }
        last.addLast(whole);
      }
      heard.accept(whole);
    }

    List<String> last() {
      synchronized (last) {
        return List.copyOf(last);
      }
    }
  }
}
