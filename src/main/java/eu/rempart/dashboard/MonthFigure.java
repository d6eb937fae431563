package eu.rempart.dashboard;

import java.math.BigDecimal;
import java.time.YearMonth;

/** An amount, and how many deals it is of. */
public record MonthFigure(YearMonth month, int deals, BigDecimal amount) {}
