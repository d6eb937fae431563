package eu.rempart.bench.edge;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, whose processor time is its own, too. Linux only. */
final class ServerProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  /** Begins what is meant for us; the rest of what a server prints is its log. */
  public static final String ANSWER = "> ";

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  ServerProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** A class of ours, on a virtual machine like this one. */
  static ServerProcess java(Class<?> main, String... arguments) throws IOException {
    return java(List.of(), main, arguments);
  }

  /** As the other, with further options of the virtual machine. */
  static ServerProcess java(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    command.add("-cp");
    command.add(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ServerProcess(command);
  }

  /** Says something to it, and reads a line of its answer. */
  String ask() throws IOException {
    in.newLine();
    in.flush();
    return line();
  }

  /** The first line of its log that begins so; the rest goes nowhere from then on. */
  String await(String begin) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(begin)) {
        Thread.ofPlatform().daemon().start(this::drain);
        return line;
      }
    }
    throw new IOException("A server of the benchmark has ended");
  }

  private void drain() {
    try {
      out.transferTo(Writer.nullWriter());
    } catch (IOException over) {
      // with the process
    }
  }

  /** The next of its answers. */
  String line() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
    }
    throw new IOException("A server of the benchmark has ended");
  }

  /** As {@link #cpuSeconds}, without those that it started. */
  double cpuSecondsAlone() {
    return ProcessorTime.of(process.pid());
  }

  /** Memory that it has, in kilobytes. */
  long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** Processor time since its start, of itself and those that it started, in seconds. */
  double cpuSeconds() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToDouble(it -> ProcessorTime.of(it.pid()))
        .sum();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
