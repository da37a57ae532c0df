package dev.belfry.rtc.rtcp;

/** Numbers and sizes that reader and writer share. */
final class Rtcp {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int GOODBYE = 203;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;

    static final int FORMAT_NACK = 1;
    static final int FORMAT_TRANSPORT_WIDE = 15;

    static final int FORMAT_PICTURE_LOSS = 1;
    static final int FORMAT_FULL_INTRA_REQUEST = 4;
    static final int FORMAT_APPLICATION = 15;

    static final int ITEM_CNAME = 1;

    /** The four letters "REMB". */
    static final int REMB = 0x52454D42;

    static final int HEADER = 4;
    static final int FEEDBACK_HEADER = 12;
    static final int REPORT_BLOCK = 24;
    static final int MAX_COUNT = 31;

    private Rtcp() {}
}
