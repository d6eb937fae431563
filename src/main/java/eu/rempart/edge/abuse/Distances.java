package eu.rempart.edge.abuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How far apart countries are: between the nearest of some points on their coasts and borders, so
 * to some hundred kilometres, and for neighbours next to nothing.
 */
final class Distances {

  private static final double EARTH_DIAMETER_KM = 12_742;

  /** In radians. */
  private record Point(double latitude, double longitude) {}

  private final Map<String, List<Point>> countries;

  private Distances(Map<String, List<Point>> countries) {
    this.countries = countries;
  }

  /** Those of the countries that Natural Earth knows. */
  static Distances bundled() {
    Map<String, List<Point>> countries = new HashMap<>();
    try (InputStream in = Distances.class.getResourceAsStream("countries.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(words -> countries.put(words[0], points(words)));
    } catch (IOException e) {
      throw new UncheckedIOException("the points of countries can't be read", e);
    }
    return new Distances(countries);
  }

  private static List<Point> points(String[] words) {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split(",", -1);
      points.add(
          new Point(
              Math.toRadians(Double.parseDouble(pair[0])),
              Math.toRadians(Double.parseDouble(pair[1]))));
    }
    return List.copyOf(points);
  }

  /** Kilometres between two countries by their two letters; empty where one is not known. */
  OptionalDouble between(String one, String other) {
    List<Point> there = countries.getOrDefault(other, List.of());
    return countries.getOrDefault(one, List.of()).stream()
        .flatMapToDouble(here -> there.stream().mapToDouble(point -> between(here, point)))
        .min();
  }

  /** By the formula of half versed sines. */
  private static double between(Point a, Point b) {
    double north = Math.sin((b.latitude - a.latitude) / 2);
    double east = Math.sin((b.longitude - a.longitude) / 2);
    double half = north * north + Math.cos(a.latitude) * Math.cos(b.latitude) * east * east;
    return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
