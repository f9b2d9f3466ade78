package org.hrcamel.sandbox.flatchr;

import org.hrcamel.sandbox.EmptyForm;

/** What the simulated vendor does where the Flatchr contract is uncertain; may be turned while requests are served. */
final class Choices {

    volatile EmptyForm emptyForm = EmptyForm.LIST;
    volatile RowDate rowDate = RowDate.DAY_MONTH_YEAR;
    volatile int rowCap = Integer.MAX_VALUE;
    volatile boolean anyFilter;
    volatile boolean archivedRows = true;
    volatile boolean detailMissing;
    volatile boolean strictCvPace = true;
    volatile boolean cvRedirect;
}
